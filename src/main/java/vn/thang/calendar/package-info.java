/**
 * The days of a person as calendars read them: a feed by a private address, and files of single matters and meetings. It says
 * which day it is and where to read more, and neither figures nor words, since calendars lie with others.
 */
package vn.thang.calendar;
