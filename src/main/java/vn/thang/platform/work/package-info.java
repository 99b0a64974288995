/**
 * Long work: started by a use case, done by one server of all, seen by whoever started it, and kept with its result.
 * A feature adds a kind of work by a bean that is a {@link vn.thang.platform.work.WorkKind} or a {@link
 * vn.thang.platform.work.RecurringWork}; {@link vn.thang.platform.work.LongWork} starts it.
 */
package vn.thang.platform.work;
