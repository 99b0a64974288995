/** What every feature stands on: migration at start, the REST application, errors, texts, time. */
package vn.thang.platform;
