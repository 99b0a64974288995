/**
 * A version as an Excel workbook: structure and words on sheets, out and in again without a loss, each cell known by what it
 * becomes.
 */
package vn.thang.drafting.form;
