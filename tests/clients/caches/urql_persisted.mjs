import { sent } from './requests.mjs'
import { newClient } from './client.mjs'
import { question } from './pages.mjs'

const answers = []
for (const variables of question.places) answers.push((await newClient().query(question.documents, variables)).data)
console.log(JSON.stringify({ sent, answers }))
