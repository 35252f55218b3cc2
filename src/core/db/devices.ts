import type { DeviceId } from './ids.ts'
import type { Session } from './transaction.ts'

/** The device row of this computer; made at its first write. */
export function ensureDevice(session: Session, now: string): DeviceId {
  const known = session.reader
    .sql<{ readonly id: DeviceId }>('SELECT id FROM device WHERE name = ? ORDER BY id LIMIT 1')
    .get(session.device)
  if (known) return known.id
  const id = session.ids.next('dev')
  session.connection
    .prepare('INSERT INTO device (id, name, created_at, updated_at, device_id) VALUES (?, ?, ?, ?, ?)')
    .run(id, session.device, now, now, id)
  return id
}
