# Pages of a file that somebody else than its applicant reads, by a mandate: each stands for the text without `-shared`.

permits-file-sent-shared = The file has been sent
permits-file-reference-shared = File number
permits-held-open-shared = See the permit
permits-what-you-sent-shared = What was sent
permits-your-documents-shared = Documents
permits-your-answers-shared = Answers
permits-who-looked-shared = Who looked at the file
permits-consents-shared = Consent of the adults at the address given
permits-harmful-shared = { $count ->
    [one] We have removed a document from this file
   *[other] We have removed { $count } documents from this file
}
permits-harmful-text-shared = Our virus scanner found a harmful program. If the service still needs a document, it will ask for it. Check the device that it came from before you send anything else.
permits-document-notice-answer-shared = Attachment to the answer
permits-state-missing-items-shared = We are waiting for documents
permits-next-submitted-shared = The weapons service will see whether the file is complete. If something is missing, it writes so here.
permits-next-completeness-shared = The service is checking the documents and answers. There is nothing to do for now.
permits-next-missing-items-shared = The file moves on as soon as the service has an answer.
permits-next-answered-shared = The service is reading the answer. There is nothing else to do for now.
permits-next-overdue-shared = The time for the decision is over. An appeal is possible, and the service can still decide.
permits-next-notice-over-shared = The service continues to examine the file. There is nothing to do for now.
permits-next-granted-shared = The application is granted. What comes next is under “My permits”.
permits-next-granted-conditions-shared = The application is granted. Read the conditions carefully. What comes next is under “My permits”.
permits-next-refused-shared = The application is refused. The decision says why, and how it can be challenged.
permits-next-inadmissible-shared = The application could not be examined on its merits. The decision says why, and how it can be challenged.
permits-next-withdrawn-shared = This application was withdrawn. The service takes it no further.
permits-next-appealed-shared = The appeal is recorded. Until it is answered, the decision continues to apply. There is nothing to do here for now.
permits-next-appeal-minister-shared = The Minister has rejected the appeal. The last day for going to the Council of State is below.
permits-next-appeal-council-of-state-shared = The Council of State has rejected the action. The decision is final.
permits-next-reversed-shared = The appeal succeeded: the decision is annulled. The service takes up the file again to make a new decision. There is nothing to do for now.
permits-next-recorded-shared = The service has taken note of the answer. There is nothing more to do.
permits-next-control-not-in-order-shared = The service has questions about the permit. Nothing is decided: an answer will be possible before any decision. What follows is in the file of the permit.
permits-notice-answered-at-shared = Answer sent on { $date }. It can still be added to.
permits-notice-answered-on-shared = Answer sent on { $date }.
permits-notice-answered-until-shared = Answer sent on { $date }. It can still be added to up to and including { $until }.
permits-notice-your-answer-shared = Answer
permits-event-items-asked-shared = The service asks for documents or an explanation
permits-event-notice-sent-shared = The service writes what it is considering and waits for a response
permits-event-issued-shared = The decision is in the file
permits-event-appeal-lodged-shared = The appeal is recorded
permits-event-appeal-minister-confirmed-shared = Decision of the Minister of { $date }: the appeal is rejected
permits-event-appeal-minister-reversed-shared = Decision of the Minister of { $date }: the appeal is allowed
permits-event-appeal-council-of-state-confirmed-shared = Judgment of the Council of State of { $date }: the action is rejected
permits-event-appeal-council-of-state-reversed-shared = Judgment of the Council of State of { $date }: the action is allowed
permits-event-examination-opened-shared = The service is examining the permit again
permits-event-examination-closed-shared = The permit stays valid
permits-event-notice-answered-shared = The answer has arrived
permits-payment-frozen-shared = The amount is the one in force on { $date }, the day of the application.
