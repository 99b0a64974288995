package vn.thang.security.token;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.thang.security.TokenRight;

/** An operation of the API that a program may call by the token of a person, where the token has the right. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ReadByToken {

    /** What the token has to let read. */
    TokenRight value();
}
