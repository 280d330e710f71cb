namespace ActorTune.Strategies.Numerics;

public sealed class CholeskyFactorTests
{
    // a_ij = 1 / (1 + |i - j|), and 1 more on the diagonal; the literals by mpmath, 40 digits.
    private static CholeskyFactor Example(int count, int capacity = 16)
    {
        var factor = new CholeskyFactor(capacity);
        for (int i = 0; i < count; i++)
            factor.Append(Row(i));
        return factor;
    }

    private static double[] Row(int i) =>
        [.. Enumerable.Range(0, i + 1).Select(j => 1.0 / (1 + i - j) + (i == j ? 1 : 0))];

    [Fact]
    public void A_row_of_the_factor_is_that_of_the_books() => Near(
        [
            0.11785113019775792, 0.11563031769553507, 0.13744359112283388, 0.18367148671886066,
            0.28580216991251525, 1.3558878658059379,
        ],
        Example(6).Row(5).ToArray());

    [Fact]
    public void The_determinant_is_known() =>
        Assert.Equal(3.7688027440325554, Example(6).LogDeterminant, 14);

    [Fact]
    public void Both_solves_give_the_solution()
    {
        double[] b = [1, -2, 3, -4, 5, -6];
        CholeskyFactor factor = Example(6);

        factor.SolveForward(b);
        Near(
            [
                0.70710678118654752, -1.6431676725154983, 2.4494897427831781, -3.3260924090084356,
                4.1559870249625772, -5.0202394636002334,
            ],
            b);
        factor.SolveBackward(b);
        Near(
            [
                0.74555776267978494, -1.3953749640909728, 2.2377842448328281, -2.7638632016251621,
                3.8435047723175939, -3.7025476738935264,
            ],
            b);
    }

    [Fact]
    public void A_block_is_solved_as_each_of_its_parts()
    {
        CholeskyFactor factor = Example(23);
        double[][] parts = [.. Enumerable.Range(0, 8).Select(part =>
            Enumerable.Range(0, 24).Select(i => (double)(i * 7 % 5 - part)).ToArray())];
        double[] block = [.. parts.SelectMany(part => part)];

        factor.SolveForward(block, 24);

        for (int part = 0; part < parts.Length; part++)
        {
            factor.SolveForward(parts[part].AsSpan(0, 23));
            Near(parts[part][..23], block[(24 * part)..(24 * part + 23)]);
        }
    }

    [Fact]
    public void The_inverse_is_known()
    {
        double[] inverse = CholeskyInverse.Of(Example(6));

        Near(
            [
                -0.017892501880091704, -0.020253175210689906, -0.028532620506164364,
                -0.049263405722210193, -0.11459327025182599, 0.54394182209100538,
            ],
            inverse[15..21]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(37)]
    public void The_inverse_times_the_matrix_is_one(int count)
    {
        double[] inverse = CholeskyInverse.Of(Example(count));
        double Inverse(int i, int j) => inverse[Math.Max(i, j) * (Math.Max(i, j) + 1) / 2
            + Math.Min(i, j)];

        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                double sum = Enumerable.Range(0, count).Sum(k =>
                    Inverse(i, k) * Row(Math.Max(k, j))[Math.Min(k, j)]);
                Assert.Equal(i == j ? 1 : 0, sum, 12);
            }
        }
    }

    [Fact]
    public void An_extended_factor_has_the_bits_of_one_made_at_once()
    {
        CholeskyFactor extended = Example(30, 1);
        extended.Truncate(11);
        for (int i = 11; i < 30; i++)
            extended.Append(Row(i));

        CholeskyFactor whole = Example(30);
        for (int i = 0; i < 30; i++)
            Assert.Equal(whole.Row(i).ToArray(), extended.Row(i).ToArray());
    }

    [Fact]
    public void A_matrix_that_is_not_positive_definite_is_noticed()
    {
        var factor = new CholeskyFactor();
        factor.Append([1]);
        factor.Append([1, 1]);

        Assert.True(factor.IsRaised);
    }

    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-13 * (1 + Math.Abs(expected[i])));
    }
}
