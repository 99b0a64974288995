/** Meetings on the programme: the figures frozen for a day, the exceptions, and what was decided. */
package vn.thang.matter.meeting;
