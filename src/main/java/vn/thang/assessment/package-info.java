/**
 * Rounds and assessments: who answers what until when, with which evidence, and what becomes of it. The feature is divided
 * into rooms. This is their map, from the ground up; a room uses rooms above it in this list only.
 * <dl>
 * <dt>{@link vn.thang.assessment.round round}</dt>
 * <dd>Rounds and their calendar: what is answered by whom until when, stage by stage.</dd>
 * <dt>{@link vn.thang.assessment.course course}</dt>
 * <dd>One assessment and the course that it takes: its states, the one table of steps, and the steps that were
 * taken.</dd>
 * <dt>{@link vn.thang.assessment.section section}</dt>
 * <dd>Sections of a form that are given to colleagues and units: who may read and change which part of it.</dd>
 * <dt>{@link vn.thang.assessment.answer answer}</dt>
 * <dd>What the agency says: its answers with their history, and its evidence with the content.</dd>
 * <dt>{@link vn.thang.assessment.ruling ruling}</dt>
 * <dd>What others decided about single answers, in verdicts, exemptions and second opinions, and who is impartial
 * enough to do so.</dd>
 * <dt>{@link vn.thang.assessment.score score}</dt>
 * <dd>The way from what is stored to levels: inputs, scored assessments, and the rows that dashboards read.</dd>
 * <dt>{@link vn.thang.assessment.form form}</dt>
 * <dd>An assessment as one person may see it.</dd>
 * <dt>{@link vn.thang.assessment.filling filling}</dt>
 * <dd>Answering: one question after the other, taken over from elsewhere, or together with others, with evidence
 * attached.</dd>
 * <dt>{@link vn.thang.assessment.workbook workbook}</dt>
 * <dd>Answering without network: a workbook goes out, comes back, is compared, and its answers are written.</dd>
 * <dt>{@link vn.thang.assessment.discrepancy discrepancy}</dt>
 * <dd>Answers above what registers measured: they are opened, explained and decided.</dd>
 * <dt>{@link vn.thang.assessment.signing signing}</dt>
 * <dd>The way from complete answers to the signature: who submits, who signs, and the receipt.</dd>
 * <dt>{@link vn.thang.assessment.review review}</dt>
 * <dd>The review: completeness, the queue, verdicts, exemptions that are asked for, and the second review.</dd>
 * <dt>{@link vn.thang.assessment.reply reply}</dt>
 * <dd>The provisional result, which the agency accepts or objects to; the panel, its sitting and its minutes.</dd>
 * <dt>{@link vn.thang.assessment.result result}</dt>
 * <dd>Published results, which are frozen and can be verified.</dd>
 * <dt>{@link vn.thang.assessment.conduct conduct}</dt>
 * <dd>Running a round: it is planned, opened, extended, issued, lapsed and published.</dd>
 * </dl>
 */
package vn.thang.assessment;
