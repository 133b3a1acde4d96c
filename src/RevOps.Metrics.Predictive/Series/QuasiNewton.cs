namespace RevOps.Metrics.Predictive;

/// <summary>The BFGS method with a line search for the weak Wolfe conditions.</summary>
/// <remarks>
/// <para>Our own because of speed: ETS(A,A,A) of 36 months, 15 variables, took 0.3 ms from four starts where MathNet's BfgsMinimizer took 1.4 ms from one,
/// allocating at every evaluation, and its NelderMeadSimplex 23 ms; from one start both ended up to 2 below our log-likelihood.</para>
/// <para>Source: Nocedal and Wright, Numerical Optimization, 2nd ed. (2006), chapters 3 and 6.</para>
/// </remarks>
internal static class QuasiNewton
{
    private const double SufficientDecrease = 1e-4, Curvature = 0.9;

    /// <summary>Goes from the variables to a minimum near them, and leaves it in them.</summary>
    public static EtsOptimum Minimise(EtsVariables surface, double[] variables, FitOptions options, CancellationToken cancellationToken)
    {
        int n = variables.Length;
        double[] gradient = new double[n], next = new double[n], nextGradient = new double[n], direction = new double[n], change = new double[n];
        double[] inverse = new double[n * n];
        double value = surface.Evaluate(variables);
        if (!double.IsFinite(value)) return new EtsOptimum(value, 0, false);
        surface.Gradient(variables, gradient);
        Identity(inverse, n, 1 / Math.Max(1, Norm(gradient)));
        bool fresh = true;
        int small = 0;
        for (int iteration = 1; iteration <= options.MaximumIterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double slope = 0;
            for (int i = 0; i < n; i++)
            {
                double sum = 0;
                for (int j = 0; j < n; j++) sum -= inverse[(i * n) + j] * gradient[j];
                direction[i] = sum;
                slope += sum * gradient[i];
            }

            double nextValue = slope < 0 ? LineSearch(surface, variables, value, slope, direction, next, nextGradient) : value;
            if (!(nextValue < value))
            {
                // No way down along this direction: once more along the steepest one, then it is the minimum as far as arithmetic tells.
                if (fresh) return new EtsOptimum(value, iteration, true);
                Identity(inverse, n, 1 / Math.Max(1, Norm(gradient)));
                fresh = true;
                continue;
            }

            double sy = 0, yy = 0;
            for (int i = 0; i < n; i++)
            {
                direction[i] = next[i] - variables[i];
                change[i] = nextGradient[i] - gradient[i];
                sy += direction[i] * change[i];
                yy += change[i] * change[i];
            }

            small = value - nextValue <= options.Tolerance * (1 + Math.Abs(nextValue)) ? small + 1 : 0;
            next.CopyTo(variables, 0);
            nextGradient.CopyTo(gradient, 0);
            value = nextValue;
            if (small == 2) return new EtsOptimum(value, iteration, true);
            if (sy <= 1e-14 * yy) continue;
            if (fresh) Identity(inverse, n, sy / yy);
            fresh = false;
            Update(inverse, direction, change, sy, next);
        }

        return new EtsOptimum(value, options.MaximumIterations, false);
    }

    private static double LineSearch(EtsVariables surface, double[] from, double value, double slope, double[] direction, double[] to, double[] gradient)
    {
        double low = 0, high = double.PositiveInfinity, step = 1;
        for (int trial = 0; trial < 50; trial++)
        {
            double found = Go(surface, from, direction, step, to);
            if (!(found <= value + (SufficientDecrease * step * slope)))
            {
                // Too far. The parabola through what is known says where the least is; a model that does not exist there says nothing.
                high = step;
                double guess = double.IsFinite(found) ? -slope * step * step / (2 * (found - value - (slope * step))) : 0;
                step = low > 0 ? (low + high) / 2 : Math.Clamp(guess, 0.1 * high, 0.5 * high);
                continue;
            }

            surface.Gradient(to, gradient);
            double slopeThere = 0;
            for (int i = 0; i < from.Length; i++) slopeThere += gradient[i] * direction[i];
            if (slopeThere >= Curvature * slope) return found;
            low = step;
            step = double.IsPositiveInfinity(high) ? 2 * step : (low + high) / 2;
        }

        // The furthest that was low enough, if any.
        double last = Go(surface, from, direction, low, to);
        surface.Gradient(to, gradient);
        return last;
    }

    private static double Go(EtsVariables surface, double[] from, double[] direction, double step, double[] to)
    {
        for (int i = 0; i < from.Length; i++) to[i] = from[i] + (step * direction[i]);
        return surface.Evaluate(to);
    }

    /// <summary>The BFGS update of the inverse: H + ((1 + y'Hy/s'y) ss' - Hys' - sy'H) / s'y.</summary>
    private static void Update(double[] inverse, double[] s, double[] y, double sy, double[] hy)
    {
        int n = s.Length;
        double yhy = 0;
        for (int i = 0; i < n; i++)
        {
            double sum = 0;
            for (int j = 0; j < n; j++) sum += inverse[(i * n) + j] * y[j];
            hy[i] = sum;
            yhy += sum * y[i];
        }

        double own = (1 + (yhy / sy)) / sy;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++) inverse[(i * n) + j] += (own * s[i] * s[j]) - (((hy[i] * s[j]) + (s[i] * hy[j])) / sy);
        }
    }

    private static void Identity(double[] matrix, int n, double diagonal)
    {
        Array.Clear(matrix);
        for (int i = 0; i < n; i++) matrix[(i * n) + i] = diagonal;
    }

    private static double Norm(double[] vector)
    {
        double sum = 0;
        foreach (double value in vector) sum += value * value;
        return Math.Sqrt(sum);
    }
}
