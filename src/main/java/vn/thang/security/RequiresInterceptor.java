package vn.thang.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Arrays;
import vn.thang.platform.BusinessException;

/**
 * Holds {@link Requires}: the annotation of the method counts, else that of its class. Around all other interceptors, and so
 * after the transaction of the use case has ended, it tells the trail who was refused.
 */
@Requires
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class RequiresInterceptor {

    @Inject
    private Caller caller;

    @Inject
    private Event<SecurityEvent> events;

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        boolean outermost = caller.enters();
        try {
            require(call.getMethod());
            return call.proceed();
        } catch (BusinessException.Forbidden refusal) {
            if (outermost && caller.isSignedIn()) {
                events.fire(new SecurityEvent.UseRefused(call.getMethod().getDeclaringClass().getSimpleName() + "."
                        + call.getMethod().getName(), refusal.key()));
            }
            throw refusal;
        } finally {
            if (outermost) {
                caller.leaves();
            }
        }
    }

    private void require(Method method) {
        Requires required = method.getAnnotation(Requires.class);
        if (required == null) {
            required = method.getDeclaringClass().getAnnotation(Requires.class);
        }
        if (Arrays.stream(required.value()).noneMatch(caller::can)) {
            caller.check(required.value()[0]);
        }
    }
}
