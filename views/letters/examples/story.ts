import type { Call, Story, StorySpeaker } from '../../../db/schema.ts'
import type { StoryTold } from '../stories.ts'
import { evening, exampleLink, exampleMeeting, exampleProject, type Stage } from './meeting.ts'
import { people, titles } from './names.ts'

/** What a letter about a story is written from. */
export function exampleStoryTold(stage: Stage, status: Story['status'], isMinor = false): StoryTold {
  const meeting = exampleMeeting(stage)
  return {
    ...{ project: exampleProject(stage), meeting, call: exampleCall(stage), zone: stage.project.zone },
    ...{ callUrl: exampleLink(stage, stage.project.slug), story: exampleStory(stage, status) },
    ...{ me: exampleStorySpeaker(isMinor), wentTo: meeting, line: '', ownUrl: exampleLink(stage, 'story') },
    ...{ forgottenAt: meeting.endsAt.add({ hours: 30 * 24 }), publicUrl: stage.publicUrl },
  }
}

function exampleCall(stage: Stage): Call {
  return {
    ...{ id: 'example', projectId: stage.project.id, meetingId: 'example', title: titles.call, text: {} },
    ...{ opensAt: stage.now, closesAt: evening(stage, 9), types: ['story'], questions: [], createdAt: stage.now },
  }
}

function exampleStory({ project, now }: Stage, status: Story['status']): Story {
  const language = project.locales[0] ?? 'lv'
  return {
    ...{ id: 'example', callId: 'example', title: titles.slot[language], abstract: '', language, type: 'story' },
    ...{ wishes: '', answers: {}, status, createdAt: now, handedInAt: now, decidedAt: null, decidedBy: null },
    slotId: null,
  }
}

function exampleStorySpeaker(minor: boolean): StorySpeaker {
  return {
    ...{ id: 'example', storyId: 'example', position: 1, kind: 'person', name: people.speaker },
    ...{ email: 'rudis@example.org', locale: 'lv', bio: '', minor, guardianEmail: null },
    ...{ invitedAt: null, joinedAt: null, declinedAt: null, speakerId: null },
  }
}
