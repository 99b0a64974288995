/** What every feature stands on: migration at start, the REST application, errors, texts, time, the way to SQL. */
package vn.thang.platform;
