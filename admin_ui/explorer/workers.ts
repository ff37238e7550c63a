import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker'
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker'
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker'

const WORKERS: Record<string, new () => Worker> = { graphql: GraphQLWorker, json: JsonWorker }

/** Completion and validation happen in workers, which come from the address of the page. */
window.MonacoEnvironment = { getWorker: (_id, label) => new (WORKERS[label] ?? EditorWorker)() }
