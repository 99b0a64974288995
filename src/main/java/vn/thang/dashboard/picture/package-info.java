/** Pictures of the national page and of an agency that people take along, each with source, date and version. */
package vn.thang.dashboard.picture;
