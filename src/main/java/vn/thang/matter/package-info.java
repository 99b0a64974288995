/** What somebody asks of an agency about a figure, by a day: it is answered, decided on, kept, and shown at the figure. */
package vn.thang.matter;
