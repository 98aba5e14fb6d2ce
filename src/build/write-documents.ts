/** `npm run documents`: writes the tables of the code into the documents that show them. */
import {writeDocuments} from './documents.ts';

writeDocuments(process.cwd());
