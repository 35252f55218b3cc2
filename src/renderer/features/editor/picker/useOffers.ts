import { useEffect, useEffectEvent, useState } from 'react'
import { useMessages } from '../../../app/messages.tsx'

const AFTER_TYPING = 80

/**
 * What is offered for what is typed, asked for once the keys rest a moment; the last answer stays until the next is
 * there, and nothing is offered for null. The second is what sets the offers otherwise.
 */
export function useOffers<T>(
  typed: string | null,
  ask: (typed: string) => Promise<readonly T[]>,
): readonly [readonly T[], (offers: readonly T[]) => void] {
  const { fault } = useMessages()
  const [offers, setOffers] = useState<readonly T[]>([])
  const asking = useEffectEvent(ask)
  useEffect(() => {
    if (typed === null) return
    let gone = false
    const look = async (): Promise<void> => {
      try {
        const found = await asking(typed)
        if (!gone) setOffers(found)
      } catch (error) {
        if (!gone) fault(error)
      }
    }
    const timer = setTimeout(() => void look(), AFTER_TYPING)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [typed, fault])
  return [typed === null ? [] : offers, setOffers]
}
