/** The provisional result, which the agency accepts or objects to; the panel, its sitting and its minutes. */
package vn.thang.assessment.reply;
