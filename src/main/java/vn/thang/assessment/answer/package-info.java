/** What the agency says: its answers with their history, and its evidence with the content. */
package vn.thang.assessment.answer;
