package vn.thang.dashboard.target;

import java.math.BigDecimal;
import java.util.Optional;
import vn.thang.core.target.Status;

/**
 * A forecast as it is shown, in per cent.
 *
 * @param chance     that the target is reached; never 0 or 100
 * @param indicative whether it rests on so little that it only points somewhere
 */
public record ShownForecast(BigDecimal low, BigDecimal middle, BigDecimal high, int chance, boolean indicative) {

    /**
     * What is forecast of the due day, as every page, file and interface tells it: on the side of the demand on which it is.
     * Empty where nothing is forecast, and where too little is known for a status.
     */
    static Optional<ShownForecast> of(TargetLine line) {
        Outlook outlook = line.outlook();
        return !outlook.hasForecast() || outlook.status() == Status.NOT_ENOUGH_DATA ? Optional.empty()
                : Optional.of(new ShownForecast(line.shown(outlook.low()), line.shown(outlook.middle()),
                        line.shown(outlook.high()), (int) Math.round(outlook.chance()), outlook.indicative()));
    }
}
