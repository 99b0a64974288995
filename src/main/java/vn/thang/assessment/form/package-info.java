/** An assessment as one person may see it. */
package vn.thang.assessment.form;
