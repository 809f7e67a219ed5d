## Start of the back-office, and words of the audit log

office-start = Start
office-start-lede = Your work on the portal.
office-start-account = Password, passkeys and language.
office-start-accounts = Who works here, and in which role.

actor-applicant = the applicant
actor-cohabitant = somebody at the same address
actor-system = the portal

office-permit-document-notice-answer = Answer of the applicant

audit-pair = { $name }: { $value }
audit-detail-with = signed in with
audit-detail-purpose = purpose
audit-detail-role = role
audit-detail-roles = roles
audit-detail-decision = decision
audit-detail-sha256 = fingerprint of the file
audit-detail-hash = fingerprint of the texts
audit-detail-kind = kind
audit-detail-admissible = admissible
audit-detail-result = result
audit-detail-state = state
audit-detail-version = version
audit-detail-reference = reference
audit-detail-label = name
audit-detail-field = field
audit-detail-channel = channel
audit-detail-until = until
audit-detail-notice = notice
audit-detail-task = task
audit-detail-advice = opinion asked
audit-detail-document = document
audit-detail-matched = matched
audit-detail-unmatched = without a file
audit-detail-known = known already
audit-detail-notification = notification
audit-detail-origin = origin
audit-detail-delivery = delivery
audit-detail-appeal = appeal
audit-detail-attempts = attempts
audit-value-yes = yes
audit-value-no = no
audit-value-password = password
audit-value-code = password and code
audit-value-passkey = passkey
audit-value-examination = examination of the file
audit-value-consent = consent of somebody at the same address
