package vn.thang.operation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import vn.thang.security.Caller;

/** Reads the state for the machine that watches, which is no person: the application asks itself. */
@ApplicationScoped
class StateReading {

    @Inject
    private Operation operation;

    @Inject
    private Caller caller;

    @ActivateRequestContext
    OperationState read() {
        caller.actAsSystem();
        return operation.state();
    }
}
