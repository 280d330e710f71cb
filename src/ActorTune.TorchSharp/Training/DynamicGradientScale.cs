namespace ActorTune.TorchSharp.Training;

/// <summary>
/// The factor that keeps the gradients of a float16 network from vanishing: it grows until they
/// overflow, and a step whose gradients overflowed is not taken. After Micikevicius et al., "Mixed
/// precision training", ICLR 2018, section 3.2.
/// </summary>
public sealed class DynamicGradientScale
{
    // Powers of two, so that scaling is exact.
    private const double Least = 1;
    private const double Most = 1 << 24;

    /// <summary>Makes one that has seen no step.</summary>
    /// <param name="value">The first factor, a power of two from 1 to 2^24.</param>
    /// <param name="growsAfter">After how many good steps in a row it doubles, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is not.</exception>
    public DynamicGradientScale(double value = 65_536, int growsAfter = 2_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(growsAfter, 1);
        if (!IsScale(value))
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), value, "A gradient scale is a power of two from 1 to 2^24.");
        }

        Value = value;
        GrowsAfter = growsAfter;
    }

    /// <summary>What the loss is multiplied with, and gradients divided by.</summary>
    public double Value { get; private set; }

    /// <summary>After how many good steps in a row it doubles.</summary>
    public int GrowsAfter { get; }

    /// <summary>How many steps were good since it changed.</summary>
    public int GoodSteps { get; private set; }

    /// <summary>How many steps were not taken, in this process.</summary>
    public long SkippedSteps { get; private set; }

    /// <summary>
    /// Takes in whether a step's gradients were finite. If not, the scale halves and the step must
    /// not be taken.
    /// </summary>
    /// <param name="isFinite">Whether none of them was infinite or no number.</param>
    public void Observe(bool isFinite)
    {
        if (!isFinite)
        {
            SkippedSteps++;
            Change(Value / 2);
        }
        else if (++GoodSteps >= GrowsAfter)
        {
            Change(Value * 2);
        }
    }

    /// <summary>Goes on from what was saved.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It never was such.</exception>
    internal void Restore(double value, int goodSteps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(goodSteps);
        Value = IsScale(value) ? value : throw new ArgumentOutOfRangeException(nameof(value));
        GoodSteps = goodSteps;
    }

    private static bool IsScale(double value) =>
        value is >= Least and <= Most && double.IsPow2(value);

    private void Change(double value)
    {
        Value = Math.Clamp(value, Least, Most);
        GoodSteps = 0;
    }
}
