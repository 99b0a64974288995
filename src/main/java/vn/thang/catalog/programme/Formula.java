package vn.thang.catalog.programme;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.AverageFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.CoalesceFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.functions.basic.SumFunction;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A formula over indicators, in exact decimals and with ten functions, none of which can take long. Each thread works on a
 * copy of the expression.
 */
public final class Formula {

    private static final int DIGITS = 20;
    private static final int LONGEST = 500;
    private static final int LARGEST_EXPONENT = 3;
    private static final Map<String, FunctionIfc> FUNCTIONS = Map.of("IF", new IfFunction(), "MIN", new MinFunction(),
            "MAX", new MaxFunction(),
            "ABS", new AbsFunction(), "ROUND", new RoundFunction(), "FLOOR", new FloorFunction(), "CEILING",
            new CeilingFunction(),
            "SUM", new SumFunction(), "AVERAGE", new AverageFunction(), "COALESCE", new CoalesceFunction());
    private static final ExpressionConfiguration CONFIGURATION = ExpressionConfiguration.builder()
            .mathContext(new MathContext(DIGITS, RoundingMode.HALF_EVEN)).arraysAllowed(false).structuresAllowed(false)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false).functionDictionary(functions()).build();

    private final String text;
    private final Expression expression;

    private Formula(String text, Expression expression) {
        this.text = text;
        this.expression = expression;
    }

    /** One step of the computation: a part of the formula and what it came to. */
    public record Step(String part, String result) {
    }

    private static MapBasedFunctionDictionary functions() {
        MapBasedFunctionDictionary dictionary = new MapBasedFunctionDictionary();
        FUNCTIONS.forEach(dictionary::addFunction);
        return dictionary;
    }

    /** @throws IllegalArgumentException with what is wrong, when it is no formula of this kind */
    public static Formula of(String text) {
        if (text.length() > LONGEST || text.matches(".*[0-9][eE][+-]?[0-9]{" + LARGEST_EXPONENT + ",}.*")
                || text.contains("^")) {
            throw new IllegalArgumentException(text.length() > LONGEST ? "length" : "exponent");
        }
        try {
            Expression expression = new Expression(text, CONFIGURATION);
            expression.validate();
            expression.getUsedVariables();
            return new Formula(text, expression);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e.getMessage() + " (" + e.getStartPosition() + ")", e);
        }
    }

    /** Codes of the indicators that it needs. */
    public Set<String> inputs() {
        try {
            return new TreeSet<>(expression.getUsedVariables());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException when it cannot be computed from these, such as a division by zero */
    public BigDecimal value(Map<String, BigDecimal> inputs) {
        try {
            Expression copy = expression.copy();
            inputs.forEach(copy::with);
            return copy.evaluate().getNumberValue();
        } catch (EvaluationException | ParseException e) {
            throw new IllegalArgumentException(text + ": " + e.getMessage(), e);
        }
    }

    /** Every step from the innermost to the whole, for whoever wants to follow it by hand. */
    public List<Step> steps(Map<String, BigDecimal> inputs) {
        try {
            Expression copy = expression.copy();
            inputs.forEach(copy::with);
            List<Step> steps = new ArrayList<>();
            explain(copy, copy.getAbstractSyntaxTree(), steps);
            return steps;
        } catch (EvaluationException | ParseException e) {
            throw new IllegalArgumentException(text + ": " + e.getMessage(), e);
        }
    }

    private static void explain(Expression expression, ASTNode node, List<Step> steps)
            throws EvaluationException, ParseException {
        for (ASTNode part : node.getParameters()) {
            explain(expression, part, steps);
        }
        steps.add(new Step(node.getToken().getValue(), expression.evaluateSubtree(node).getStringValue()));
    }

    @Override
    public String toString() {
        return text;
    }
}
