package vn.thang.report.form;

import java.util.List;

/** A file with marks in the place of figures. Marks are names and nothing else: nothing of a template is ever evaluated by us. */
public interface FormTemplate {

    /** Returns everything that is wrong with the template, each with its place; nothing when it can be filled. */
    List<FormFault> faults(FormMarks known);

    /** Returns how many cells one row of the report takes up, by which its size is bounded. */
    int cellsOfRow();

    /** Returns the filled form. */
    byte[] fill(FormValues values);
}
