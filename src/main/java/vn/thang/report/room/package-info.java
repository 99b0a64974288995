/** The auditor's room: reports as data, asked with parameters, made as long work, kept with their hash. */
package vn.thang.report.room;
