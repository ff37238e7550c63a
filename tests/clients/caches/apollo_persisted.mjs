import { sent } from './requests.mjs'
import { gql } from '@apollo/client'
import { newClient } from './client.mjs'
import { question } from './pages.mjs'

const query = gql(question.documents)
const answers = []
for (const variables of question.places) answers.push((await newClient().query({ query, variables })).data)
console.log(JSON.stringify({ sent, answers }))
