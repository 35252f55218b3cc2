/** In a narrow window the panel is a drawer. */
export const showPanel = async (page) => {
  const drawer = page.getByRole('button', { name: 'Show the panel' })
  if (await drawer.isVisible()) await drawer.click()
}
