/** Reports that mail servers send about a letter of ours. Nobody here is a real person. */
export type Returned = { to: string; recipient: string; messageId: string; status?: string; action?: string }

type Shape = (returned: Required<Returned>) => string

let sent = 0

export function bounce(shape: Shape, returned: Returned): Buffer {
  sent += 1
  const text = shape({ status: '5.1.1', action: 'failed', ...returned }).replaceAll('{id}', String(sent))
  return Buffer.from(text.replace(/\r?\n/g, '\r\n'))
}

const postfix: Shape = ({ to, recipient, messageId, status, action }) => `Return-Path: <>
X-Original-To: ${to}
Delivered-To: ${to}
Date: Mon, 23 Nov 2026 10:00:05 +0000 (UTC)
From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="8A2.1763892005/mx.example.org"
Message-Id: <postfix-{id}@mx.example.org>

This is a MIME-encapsulated message.

--8A2.1763892005/mx.example.org
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

<${recipient}>: host mail.example.com[192.0.2.9] said: 550 ${status} User unknown

--8A2.1763892005/mx.example.org
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
X-Postfix-Queue-ID: 8A2
Arrival-Date: Mon, 23 Nov 2026 10:00:01 +0000 (UTC)

Final-Recipient: rfc822; ${recipient}
Original-Recipient: rfc822;${recipient}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mail.example.com
Diagnostic-Code: smtp; 550 ${status} <${recipient}>: Recipient address
    rejected: User unknown

--8A2.1763892005/mx.example.org
Content-Description: Undelivered Message
Content-Type: message/rfc822

Message-ID: ${messageId}
From: =?UTF-8?Q?Kop=C4=81?= <kopa@example.org>
To: ${recipient}
Subject: You are in
MIME-Version: 1.0
Content-Type: text/calendar; method=REQUEST; charset=utf-8

BEGIN:VCALENDAR
METHOD:REQUEST
END:VCALENDAR

--8A2.1763892005/mx.example.org--
`

/** To the sender in the letter's head, as some servers do; the letter's headers alone come back. */
const exchange: Shape = ({ recipient, messageId, status, action }) => `From: <postmaster@EX1.example.com>
To: <kopa@example.org>
Date: Mon, 23 Nov 2026 10:00:07 +0000
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="ex-1"
X-MS-Exchange-Message-Is-Ndr:
Content-Language: en-GB
Message-ID: <exchange-{id}@EX1.example.com>
Subject: Undeliverable: You are in
Auto-Submitted: auto-replied
MIME-Version: 1.0

--ex-1
Content-Type: text/html; charset="us-ascii"

<p>Your message could not be delivered.</p>
--ex-1
Content-Type: message/delivery-status

Reporting-MTA: dns;EX1.example.com
Received-From-MTA: dns;mx.example.org

Original-Recipient: rfc822;${recipient}
Final-Recipient: rfc822;${recipient}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp;550 ${status} RESOLVER.ADR.RecipientNotFound; not found
X-Display-Name: Noor

--ex-1
Content-Type: text/rfc822-headers

From: <kopa@example.org>
Message-ID: ${messageId}
Subject: You are in
--ex-1--
`

const gmail: Shape = ({ to, recipient, messageId, status, action }) => `Delivered-To: ${to}
From: Mail Delivery Subsystem <mailer-daemon@googlemail.example>
To: ${to}
Auto-Submitted: auto-replied
Subject: Delivery Status Notification (Failure)
References: ${messageId}
In-Reply-To: ${messageId}
X-Failed-Recipients: ${recipient}
Message-ID: <gmail-{id}@mx.google.example>
Date: Mon, 23 Nov 2026 02:00:03 -0800 (PST)
MIME-Version: 1.0
Content-Type: multipart/report; boundary="0000000000004d"; report-type=delivery-status

--0000000000004d
Content-Type: multipart/related; boundary="0000000000004e"

--0000000000004e
Content-Type: text/plain; charset="UTF-8"

** Address not found **
--0000000000004e--
--0000000000004d
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.example
Received-From-MTA: dns; kopa@example.org
Arrival-Date: Mon, 23 Nov 2026 02:00:02 -0800 (PST)
X-Original-Message-ID: ${messageId}

Final-Recipient: rfc822; ${recipient}
Action: ${action}
Status: ${status}
Diagnostic-Code: smtp; 550-${status} The email account that you tried to reach does not exist.
Last-Attempt-Date: Mon, 23 Nov 2026 02:00:03 -0800 (PST)

--0000000000004d
Content-Type: message/rfc822

Message-ID: ${messageId}
To: ${recipient}
Subject: You are in

Hi
--0000000000004d--
`

/** No report at all, only a header. */
const exim: Shape = ({ to, recipient, status }) => `Return-path: <>
Envelope-to: ${to}
X-Failed-Recipients: ${recipient}
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@mail.example.com>
To: ${to}
Subject: Mail delivery failed: returning message to sender
Message-Id: <exim-{id}@mail.example.com>
Date: Mon, 23 Nov 2026 10:00:09 +0000

This message was created automatically by mail delivery software.

  ${recipient}
    host mail.example.com [192.0.2.9]
    SMTP error from remote mail server after RCPT TO:<${recipient}>:
    550 ${status} no such user
`

export const bounceShapes = { postfix, exchange, gmail, exim }
