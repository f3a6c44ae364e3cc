import { dayPaths } from './day-paths.ts'
import { dialoguePaths } from './dialogue-paths.ts'
import { doorPaths } from './door-paths.ts'
import { letterPaths } from './letter-paths.ts'
import { materialPaths } from './material-paths.ts'
import { minutesPaths } from './minutes-paths.ts'
import { numbersPaths } from './numbers-paths.ts'
import { photoPaths } from './photo-paths.ts'
import { reportPaths } from './report-paths.ts'
import { roomPaths } from './room-paths.ts'
import { signInPaths } from './sign-in-paths.ts'
import { surveyPaths } from './survey-paths.ts'

type Slugged = { slug: string }
type QuestionDeed = 'up' | 'down' | 'retire' | 'bring-back' | 'delete'
type SlotDeed = 'earlier' | 'later' | 'place' | 'stretch' | 'pin' | 'remove'

/** Every address of the site has its name here; nothing else spells one out. Public ones are a contract: see README. */
export const paths = {
  home: '/',
  privacy: '/privacy',
  erased: '/privacy/erased',
  project: (project: Slugged) => `/${project.slug}`,
  projectFeed: (project: Slugged) => `/${project.slug}/calendar.ics`,
  meeting: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}`,
  meetingFile: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/calendar.ics`,
  meetingFeed: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/agenda.ics`,
  meetingCard: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/card.png`,
  subscribe: (project: Slugged, meeting: Slugged | null) =>
    meeting ? `/${project.slug}/${meeting.slug}/subscribe` : `/${project.slug}/subscribe`,
  meetingQr: (project: Slugged, meeting: Slugged, type: 'png' | 'svg') => `/${project.slug}/${meeting.slug}/qr.${type}`,
  schedule: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/schedule.json`,
  slotFile: (project: Slugged, meeting: Slugged, slot: Slugged) =>
    `/${project.slug}/${meeting.slug}/${slot.slug}/calendar.ics`,
  register: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/register`,
  registerFurther: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/register/further`,
  registered: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/registered`,
  registerClass: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/register/class`,
  classSent: (project: Slugged, meeting: Slugged, got: 'place' | 'waiting-list' | 'request') =>
    `/${project.slug}/${meeting.slug}/register/class/sent${got === 'place' ? '' : `?got=${got}`}`,
  slot: (project: Slugged, meeting: Slugged, slot: Slugged) => `/${project.slug}/${meeting.slug}/${slot.slug}`,
  now: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/now`,
  screen: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/screen`,
  changelog: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/changes`,
  embed: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/embed`,
  live: (project: Slugged, meeting: Slugged) => `/${project.slug}/${meeting.slug}/live`,
  call: (project: Slugged, meeting: Slugged | null) =>
    meeting ? `/${project.slug}/${meeting.slug}/call` : `/${project.slug}/call`,
  proposed: (project: Slugged, meeting: Slugged | null) =>
    meeting ? `/${project.slug}/${meeting.slug}/call/sent` : `/${project.slug}/call/sent`,
  logo: (logo: { id: string }) => `/logos/${logo.id}.webp`,
  picture: (picture: { id: string }) => `/pictures/${picture.id}.webp`,
  slides: (slides: { id: string }) => `/slides/${slides.id}`,

  speaker: (token: string) => `/speaker/${token}`,
  speakerDo: (token: string, deed: string) => `/speaker/${token}/${deed}`,
  story: (token: string) => `/story/${token}`,
  storyDo: (token: string, deed: string) => `/story/${token}/${deed}`,
  guardian: (token: string) => `/guardian/${token}`,
  guardianNotMine: (token: string) => `/guardian/${token}/not-mine`,

  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  unsubscribeUndo: (token: string) => `/unsubscribe/${token}/undo`,

  child: (token: string) => `/child/${token}`,
  childNotMine: (token: string) => `/child/${token}/not-mine`,

  mine: (token: string) => `/mine/${token}`,
  mineQuestions: (token: string) => `/mine/${token}/questions`,
  mineFile: (token: string, question: { id: string }) => `/mine/${token}/questions/${question.id}`,
  mineFileRemove: (token: string, question: { id: string }) => `/mine/${token}/questions/${question.id}/remove`,
  mineData: (token: string) => `/mine/${token}/data`,
  mineDataFile: (token: string) => `/mine/${token}/data.json`,
  mineDataText: (token: string) => `/mine/${token}/data.txt`,
  mineErase: (token: string) => `/mine/${token}/data/erase`,
  mineDo: (token: string, deed: 'cancel' | 'accept' | 'decline' | 'change') => `/mine/${token}/${deed}`,

  mineWorkshops: (token: string) => `/mine/${token}/workshops`,
  mineWorkshopDo: (token: string, slot: Slugged, deed: 'choose' | 'leave') =>
    `/mine/${token}/workshops/${slot.slug}/${deed}`,
  party: (token: string) => `/mine/${token}/people`,
  partyDo: (token: string, deed: 'name' | 'add' | 'fewer' | 'adults') => `/mine/${token}/people/${deed}`,
  companionDo: (token: string, { id }: { id: string }, deed: 'rename' | 'remove') =>
    `/mine/${token}/people/${id}/${deed}`,
  sheets: (token: string) => `/mine/${token}/people/sheets`,
  mineCalendar: (token: string) => `/mine/${token}/calendar`,
  mineGuardian: (token: string) => `/mine/${token}/guardian`,
  minePhotos: (token: string) => `/mine/${token}/photos`,

  /** Somebody's own calendar, to be subscribed to. */
  ownFeed: (secret: string) => `/feed/${secret}.ics`,

  ...signInPaths,
  organise: '/organise',
  me: '/organise/me',
  newProject: '/organise/new',
  workspace: (project: Slugged) => `/organise/${project.slug}`,
  projectSettings: (project: Slugged) => `/organise/${project.slug}/settings`,
  projectDo: (project: Slugged, deed: string) => `/organise/${project.slug}/settings/${deed}`,
  people: (project: Slugged) => `/organise/${project.slug}/people`,
  colleagueDo: (project: Slugged, colleague: { id: string }, deed: 'role' | 'remove' | 'sign-out') =>
    `/organise/${project.slug}/people/${colleague.id}/${deed}`,
  held: (project: Slugged) => `/organise/${project.slug}/held`,
  consentText: (project: Slugged) => `/organise/${project.slug}/consent`,
  consentTextAgain: (project: Slugged) => `/organise/${project.slug}/consent/again`,
  history: (project: Slugged) => `/organise/${project.slug}/history`,
  ...letterPaths,
  ...dayPaths,
  ...roomPaths,
  ...photoPaths,
  ...dialoguePaths,
  ...minutesPaths,
  ...numbersPaths,
  ...materialPaths,
  ...surveyPaths,
  ...doorPaths,
  ...reportPaths,
  newMeeting: (project: Slugged) => `/organise/${project.slug}/meetings/new`,
  overview: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}`,
  meetingSettings: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/settings`,
  meetingDo: (project: Slugged, meeting: Slugged, deed: string) => `/organise/${project.slug}/${meeting.slug}/${deed}`,
  importPeople: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/import`,
  share: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/share`,
  sharePicture: (project: Slugged, meeting: Slugged, name: 'card.png' | 'story.png') =>
    `/organise/${project.slug}/${meeting.slug}/share/${name}`,
  shareQr: (project: Slugged, meeting: Slugged, type: 'png' | 'svg') =>
    `/organise/${project.slug}/${meeting.slug}/share/qr.${type}`,
  reminders: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/reminders`,
  invitations: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/invitations`,
  inviteMany: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/invitations/many`,
  invitationDo: (project: Slugged, meeting: Slugged, { id }: { id: string }, deed: 'take-back' | 'again') =>
    `/organise/${project.slug}/${meeting.slug}/invitations/${id}/${deed}`,
  helpers: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/people`,
  helperDo: (project: Slugged, meeting: Slugged, colleague: { id: string }, deed: 'role' | 'remove') =>
    `/organise/${project.slug}/${meeting.slug}/people/${colleague.id}/${deed}`,
  agenda: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/agenda`,
  agendaSlots: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/agenda/slots`,
  agendaSlot: (project: Slugged, meeting: Slugged, slot: Slugged) =>
    `/organise/${project.slug}/${meeting.slug}/agenda/slots/${slot.slug}`,
  agendaSlotDo: (project: Slugged, meeting: Slugged, slot: Slugged, deed: SlotDeed) =>
    `/organise/${project.slug}/${meeting.slug}/agenda/slots/${slot.slug}/${deed}`,
  agendaDo: (project: Slugged, meeting: Slugged, deed: 'undo' | 'redo' | 'late' | 'changes') =>
    `/organise/${project.slug}/${meeting.slug}/agenda/${deed}`,
  speakers: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/speakers`,
  speakerProfile: (project: Slugged, meeting: Slugged, speaker: { id: string }) =>
    `/organise/${project.slug}/${meeting.slug}/speakers/${speaker.id}`,
  speakerProfileDo: (project: Slugged, meeting: Slugged, speaker: { id: string }, deed: string) =>
    `/organise/${project.slug}/${meeting.slug}/speakers/${speaker.id}/${deed}`,
  collectSlides: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/slides`,
  collectSlidesDo: (project: Slugged, meeting: Slugged, slot: Slugged, deed: string) =>
    `/organise/${project.slug}/${meeting.slug}/slides/${slot.slug}/${deed}`,
  collectAllSlides: (project: Slugged, meeting: Slugged, deed: 'want' | 'publish') =>
    `/organise/${project.slug}/${meeting.slug}/slides/${deed}`,
  /** Stories brought to a meeting's call, or to the project's. */
  stories: (project: Slugged, meeting: Slugged | null) =>
    meeting ? `/organise/${project.slug}/${meeting.slug}/call` : `/organise/${project.slug}/call`,
  storyRead: (project: Slugged, story: { id: string }) => `/organise/${project.slug}/call/stories/${story.id}`,
  storyReadDo: (project: Slugged, story: { id: string }, deed: 'review' | 'land') =>
    `/organise/${project.slug}/call/stories/${story.id}/${deed}`,
  storiesDecide: (project: Slugged, step: 'decision' | 'decide') => `/organise/${project.slug}/call/${step}`,
  agendaRooms: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/agenda/rooms`,
  agendaRoom: (project: Slugged, meeting: Slugged, room: { id: string }) =>
    `/organise/${project.slug}/${meeting.slug}/agenda/rooms/${room.id}`,
  agendaRoomRemove: (project: Slugged, meeting: Slugged, room: { id: string }) =>
    `/organise/${project.slug}/${meeting.slug}/agenda/rooms/${room.id}/remove`,
  agendaRelease: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/agenda/release`,
  signUp: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/sign-up`,
  guardSignUp: (project: Slugged, meeting: Slugged, deed: 'guard' | 'stop-guarding') =>
    `/organise/${project.slug}/${meeting.slug}/sign-up/${deed}`,
  questions: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/questions`,
  newQuestion: (project: Slugged, meeting: Slugged, kind?: string) =>
    `/organise/${project.slug}/${meeting.slug}/questions/new${kind ? `?kind=${kind}` : ''}`,
  question: (project: Slugged, meeting: Slugged, question: { id: string }) =>
    `/organise/${project.slug}/${meeting.slug}/questions/${question.id}`,
  questionDo: (project: Slugged, meeting: Slugged, question: { id: string }, deed: QuestionDeed) =>
    `/organise/${project.slug}/${meeting.slug}/questions/${question.id}/${deed}`,
  answers: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/answers`,
  answerFile: (project: Slugged, meeting: Slugged, file: { id: string }) =>
    `/organise/${project.slug}/${meeting.slug}/answers/${file.id}`,
  workshops: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/workshops`,
  workshop: (project: Slugged, meeting: Slugged, slot: Slugged) =>
    `/organise/${project.slug}/${meeting.slug}/workshops/${slot.slug}`,
  workshopDo: (project: Slugged, meeting: Slugged, slot: Slugged, deed: 'close' | 'put-in' | 'take-out') =>
    `/organise/${project.slug}/${meeting.slug}/workshops/${slot.slug}/${deed}`,
  registrations: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/registrations`,
  registrationsFile: (project: Slugged, meeting: Slugged, format: 'csv' | 'xlsx' | 'json') =>
    `/organise/${project.slug}/${meeting.slug}/registrations.${format}`,
  registrationsPlan: (project: Slugged, meeting: Slugged) =>
    `/organise/${project.slug}/${meeting.slug}/registrations/plan`,
  registrationsDo: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/registrations/do`,
  registrationsLine: (project: Slugged, meeting: Slugged, deed: 'pause' | 'resume') =>
    `/organise/${project.slug}/${meeting.slug}/registrations/${deed}`,
  registration: (project: Slugged, meeting: Slugged, { id }: { id: string }) =>
    `/organise/${project.slug}/${meeting.slug}/registrations/${id}`,
  registrationDo: (project: Slugged, meeting: Slugged, { id }: { id: string }, deed: string) =>
    `/organise/${project.slug}/${meeting.slug}/registrations/${id}/${deed}`,
} as const
