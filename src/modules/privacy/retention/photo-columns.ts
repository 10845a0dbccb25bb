/** Photos of people at work (`table.column`). In time they are erased; what any other column names is kept, as evidence or proof. */
export const WORK_PHOTOS = [
  'jobs.photo_id',
  'job_photo_asks.photo_id',
  'photo_checks.photo_id',
  'permit_watch_records.photo_id',
  'permit_site_visits.photo_id',
  'permits.close_photo_id',
  'training_attendances.photo_id',
  'help_tickets.photo_id',
] as const;

/** And those that go with the person: cards, signatures, what was collected of them. */
export const PERSON_PHOTOS = [
  ...WORK_PHOTOS,
  'certificates.photo_id',
  'certificate_checks.screenshot_id',
  'watcher_certificates.photo_id',
  'permit_signatures.signature_file_id',
  'self_checks.signature_id',
  'collections.photo_ids',
  'collections.signature_id',
] as const;
