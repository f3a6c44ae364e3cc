type Slugged = { slug: string }

/** How it was, and what was said. */
export const surveyPaths = {
  survey: (token: string) => `/survey/${token}`,
  surveyResults: (project: Slugged, meeting: Slugged) => `/organise/${project.slug}/${meeting.slug}/survey`,
  surveySwitch: (project: Slugged, meeting: Slugged, to: 'on' | 'off') =>
    `/organise/${project.slug}/${meeting.slug}/survey/${to}`,
  feedbackReport: (token: string, feedback: { id: string }) => `/speaker/${token}/feedback/${feedback.id}/report`,
} as const
