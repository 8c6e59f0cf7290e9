// The editor with all it can do, for two languages. It stands in for monaco-graphql's own list of imports, which was written for
// monaco-editor 0.52: its files, and the two places below, have been named otherwise since.
import 'monaco-editor/features/register.all.js';
import 'monaco-editor/languages/definitions/graphql/register.js';
import * as json from 'monaco-editor/languages/features/json/register.js';
import { editor as api, languages } from 'monaco-editor/editor/editor.api.js';
import { createWebWorker } from 'monaco-editor/internal/common/workers.js';

export * from 'monaco-editor/editor/editor.api.js';

// Takes the label and the data of a worker; the API's own takes a worker that is running already.
export const editor = { ...api, createWebWorker };

// Where GraphiQL looks for the settings of JSON.
languages.json = json;
