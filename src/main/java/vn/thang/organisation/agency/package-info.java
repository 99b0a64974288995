/** The agencies as a dated tree: found, listed, shown as a tree and chosen in forms. */
package vn.thang.organisation.agency;
