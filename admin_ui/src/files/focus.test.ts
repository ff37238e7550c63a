import { expect, test } from 'vitest'
import { movedBy, within } from './focus'

test('arrow keys move the point by a hundredth, with Shift by a tenth', () => {
  expect(movedBy('ArrowLeft', false, { x: 0.5, y: 0.5 })).toEqual({ x: 0.49, y: 0.5 })
  expect(movedBy('ArrowDown', true, { x: 0.5, y: 0.5 })).toEqual({ x: 0.5, y: 0.6 })
})

test('it stays inside the picture', () => {
  expect(movedBy('ArrowUp', true, { x: 1, y: 0.03 })).toEqual({ x: 1, y: 0 })
  expect(within({ x: -0.2, y: 1.7 })).toEqual({ x: 0, y: 1 })
})

test('other keys are not its own', () => {
  expect(movedBy('Tab', false, { x: 0.5, y: 0.5 })).toBeNull()
})
