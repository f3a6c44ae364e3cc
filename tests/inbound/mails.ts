/** What the calendars of an invited person send back. Nobody here is a real person. */
export type Said = {
  to: string
  uid: string
  attendee: string
  partstat?: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE'
  sequence?: number | undefined
  at?: string
  /** DTSTART in UTC. */
  start?: string
  id?: string
  from?: string
}

type Shape = (said: Required<Omit<Said, 'sequence'>> & { sequence: number }) => string

let sent = 0

export function reply(shape: Shape, said: Said): Buffer {
  sent += 1
  const id = `reply-${sent}@mail.example.org`
  const given = {
    partstat: 'DECLINED' as const,
    sequence: 0,
    at: '20261124T090000Z',
    start: '20261212T150000Z',
    id,
    from: said.attendee,
    ...said,
  }
  return Buffer.from(shape({ ...given, sequence: given.sequence ?? 0 }).replace(/\r?\n/g, '\r\n'))
}

const gmail: Shape = ({ to, uid, attendee, partstat, sequence, at, start, id, from }) => `Return-Path: <${from}>
Delivered-To: ${to}
Received: from mail.example.org (mail.example.org [192.0.2.7])
\tby mx.example.org with ESMTPS id 4f; Tue, 24 Nov 2026 09:00:01 +0000
MIME-Version: 1.0
Reply-To: Noor <${from}>
Sender: Google Calendar <calendar-notification@google.example>
Auto-Submitted: auto-generated
Message-ID: <${id}>
Date: Tue, 24 Nov 2026 09:00:00 +0000
Subject: Declined: Kick-off @ Sat 12 Dec 2026 5pm - 7:30pm (EET)
From: Noor <${from}>
To: ${to}
Content-Type: multipart/mixed; boundary="000000000000b1"

--000000000000b1
Content-Type: multipart/alternative; boundary="000000000000a1"

--000000000000a1
Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes
Content-Transfer-Encoding: base64

Tm9vciBoYXMgZGVjbGluZWQgdGhpcyBpbnZpdGF0aW9u

--000000000000a1
Content-Type: text/calendar; charset="UTF-8"; method=REPLY
Content-Transfer-Encoding: 7bit

${object({ uid, partstat, sequence, at, start, attendee, prodid: '-//Google Inc//Google Calendar 70.9054//EN', organizer: to })}
--000000000000a1--
--000000000000b1
Content-Type: application/ics; name="invite.ics"
Content-Disposition: attachment; filename="invite.ics"
Content-Transfer-Encoding: base64

${Buffer.from(object({ uid, partstat, sequence, at, start, attendee, prodid: '-//Google Inc//Google Calendar 70.9054//EN', organizer: to })).toString('base64')}

--000000000000b1--
`

/** Without ORGANIZER, against RFC 5546 3.2.3; a Windows zone, and MAILTO in capitals. */
const outlook: Shape = ({
  to,
  uid,
  attendee,
  partstat,
  sequence,
  at,
  start,
  id,
  from,
}) => `Received: from EX1.example.org (2001:db8::1) by EX2.example.org (2001:db8::2)
 with Microsoft SMTP Server id 15.20; Tue, 24 Nov 2026 09:00:02 +0000
X-Original-To: ${to}
From: "Noor" <${from}>
To: "Gen-Y City" <${to.toUpperCase()}>
Subject: Declined: Kick-off
Thread-Topic: Kick-off
Message-ID: <${id}>
Date: Tue, 24 Nov 2026 09:00:00 +0000
X-MS-Has-Attach:
Content-Language: en-GB
Content-Type: multipart/alternative;
\tboundary="_000_EX1_"
MIME-Version: 1.0

--_000_EX1_
Content-Type: text/plain; charset="iso-8859-1"
Content-Transfer-Encoding: quoted-printable

=A0
--_000_EX1_
Content-Type: text/calendar; charset="utf-8"; method=REPLY
Content-Transfer-Encoding: base64

${Buffer.from(
  `BEGIN:VCALENDAR
METHOD:REPLY
PRODID:Microsoft Exchange Server 2010
VERSION:2.0
BEGIN:VTIMEZONE
TZID:FLE Standard Time
BEGIN:STANDARD
DTSTART:16010101T040000
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT=${partstat};CN=Noor:MAILTO:${attendee}
COMMENT;LANGUAGE=en-GB:\\n
UID:${uid}
SUMMARY;LANGUAGE=en-GB:Declined: Kick-off
DTSTART;TZID=FLE Standard Time:${inRiga(start)}
DTEND;TZID=FLE Standard Time:20261212T193000
CLASS:PUBLIC
PRIORITY:5
DTSTAMP:${at}
TRANSP:OPAQUE
STATUS:CONFIRMED
SEQUENCE:${sequence}
X-MICROSOFT-CDO-APPT-SEQUENCE:${sequence}
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
END:VEVENT
END:VCALENDAR
`.replace(/\n/g, '\r\n'),
).toString('base64')}

--_000_EX1_--
`

/** One part alone, its method in lower case. */
const apple: Shape = ({ to, uid, attendee, partstat, sequence, at, start, id, from }) => `From: Noor <${from}>
To: ${to}
Content-Type: multipart/alternative; boundary="Apple-Mail-7"
Mime-Version: 1.0 (1.0)
Subject: =?utf-8?Q?Declined=3A_Kick-off?=
Message-Id: <${id}>
Date: Tue, 24 Nov 2026 11:00:00 +0200

--Apple-Mail-7
Content-Type: text/plain;
\tcharset=utf-8
Content-Transfer-Encoding: quoted-printable

Noor declined your invitation=20

--Apple-Mail-7
Content-Type: text/calendar;
\tname=iCal-20261124-110000.ics;
\tmethod=reply;
\tcharset=utf-8
Content-Disposition: attachment; filename=iCal-20261124-110000.ics
Content-Transfer-Encoding: 7bit

${object({ uid, partstat, sequence, at, start, attendee, prodid: '-//Apple Inc.//iOS 26.1//EN', organizer: to })}
--Apple-Mail-7--
`

const thunderbird: Shape = ({ to, uid, attendee, partstat, sequence, at, start, id, from }) => `Message-ID: <${id}>
Date: Tue, 24 Nov 2026 11:00:00 +0200
MIME-Version: 1.0
User-Agent: Mozilla Thunderbird
From: Noor <${from}>
To: ${to}
Subject: Invitation Reply (Declined): Kick-off
Content-Type: text/calendar; method=REPLY; charset=UTF-8
Content-Transfer-Encoding: 8bit

${object({ uid, partstat, sequence, at, start, attendee, prodid: '-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN', organizer: to })}`

/** In an attachment alone. */
const nextcloud: Shape = ({
  to,
  uid,
  attendee,
  partstat,
  sequence,
  at,
  start,
  id,
  from,
}) => `From: Noor via Cloud <no-reply@cloud.example.org>
Reply-To: Noor <${from}>
To: ${to}
Envelope-To: ${to}
Message-ID: <${id}>
Subject: Re: Kick-off
Date: Tue, 24 Nov 2026 09:00:00 +0000
Auto-Submitted: auto-generated
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=nc

--nc
Content-Type: multipart/alternative; boundary=nc2

--nc2
Content-Type: text/plain; charset=utf-8

Noor has declined.
--nc2
Content-Type: text/html; charset=utf-8

<p>Noor has declined.</p>
--nc2--
--nc
Content-Type: text/calendar; method=REPLY; charset=utf-8; name=event.ics
Content-Transfer-Encoding: base64
Content-Disposition: attachment; name=event.ics; filename=event.ics

${Buffer.from(object({ uid, partstat, sequence, at, start, attendee, prodid: '-//Sabre//Sabre VObject 4.5.6//EN', organizer: to })).toString('base64')}
--nc--
`

export const shapes = { gmail, outlook, apple, thunderbird, nextcloud }

function inRiga(utc: string): string {
  return Temporal.Instant.from(utc)
    .toZonedDateTimeISO('Europe/Riga')
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' })
    .replace(/[-:]/g, '')
}

type Object = Pick<Said, 'uid' | 'attendee'> & {
  partstat: string
  sequence: number
  at: string
  start: string
  prodid: string
  organizer: string
}

/** Folded where 75 octets are reached. */
function object({ uid, attendee, partstat, sequence, at, start, prodid, organizer }: Object): string {
  const lines = `BEGIN:VCALENDAR
PRODID:${prodid}
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REPLY
BEGIN:VEVENT
DTSTART:${start}
DTEND:20261212T173000Z
DTSTAMP:${at}
ORGANIZER;CN=Gen-Y City:mailto:${organizer}
UID:${uid}
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${partstat};CN=Noor;X-NUM-GUESTS=0:mailto:${attendee}
CREATED:20261123T100000Z
LAST-MODIFIED:${at}
SEQUENCE:${sequence}
STATUS:CONFIRMED
SUMMARY:Kick-off
END:VEVENT
END:VCALENDAR
`.split('\n')
  return lines.map((line) => line.replace(/(.{70})(?=.)/g, '$1\r\n ')).join('\r\n')
}
