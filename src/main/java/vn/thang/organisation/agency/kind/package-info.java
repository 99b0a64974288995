/** Kinds of agency as data: names, and the type that each belongs to. */
package vn.thang.organisation.agency.kind;
