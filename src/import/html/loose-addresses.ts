/** Addresses that are relative to a page whose own address is not known: they lead nowhere. */
import type {HtmlElement} from './dom.ts';
import {figureOf} from './figures.ts';
import {imageSource} from './image-source.ts';
import {altOf} from './picture-text.ts';

const isLoose = (address: string): boolean => !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(address.trim());

/** Whether nobody could get the picture, nor learn anything of it. */
export const isLost = (src: string, said: string | undefined): boolean => isLoose(src) && !said;

/** Links become text; pictures stay where something is said of them. */
export const dropLooseAddresses = (root: HtmlElement): void => {
  for (const link of root.querySelectorAll('a[href]'))
    if (isLoose(link.getAttribute('href') ?? '')) link.removeAttribute('href');
  for (const image of [...root.querySelectorAll('img, amp-img')]) {
    const src = imageSource(image, undefined);
    const figure = figureOf(image);
    const said = altOf(image) || figure.querySelector('figcaption')?.textContent.trim();
    if (src === undefined || isLost(src, said)) image.remove();
  }
};
