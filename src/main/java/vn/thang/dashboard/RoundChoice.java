package vn.thang.dashboard;

import java.time.LocalDate;

/** A round that can be looked at. */
public record RoundChoice(long id, String code, String name, String modelRef, LocalDate opensOn, LocalDate dueOn, String state) {

    public boolean isOpen() {
        return state.equals("OPEN");
    }
}
