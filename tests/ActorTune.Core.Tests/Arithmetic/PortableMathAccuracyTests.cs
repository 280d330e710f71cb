namespace ActorTune.Arithmetic;

public sealed class PortableMathAccuracyTests
{
    private static readonly Dictionary<string, Func<double, double>> Functions = new()
    {
        ["exp"] = PortableMath.Exp,
        ["expm1"] = PortableMath.Expm1,
        ["log"] = PortableMath.Log,
        ["log1p"] = PortableMath.Log1P,
        ["sin"] = PortableMath.Sin,
        ["cos"] = PortableMath.Cos,
        ["tanh"] = PortableMath.Tanh,
        ["erf"] = PortableMath.Erf,
        ["erfc"] = PortableMath.Erfc,
        ["normal-cdf"] = PortableMath.NormalCdf,
        ["normal-quantile"] = PortableMath.NormalQuantile,
    };

    [Theory]
    [InlineData("exp", 0.52)]
    [InlineData("expm1", 0.52)]
    [InlineData("log", 0.52)]
    [InlineData("log1p", 0.52)]
    [InlineData("sin", 0.8)]
    [InlineData("cos", 0.8)]
    [InlineData("tanh", 0.52)]
    [InlineData("erf", 1.5)]
    [InlineData("erfc", 4.0)]
    [InlineData("normal-cdf", 4.0)]
    [InlineData("normal-quantile", 8.0)]
    public void Function_OnTheReferenceTable_KeepsItsBound(string name, double bound)
    {
        Func<double, double> function = Functions[name];
        AssertBound(name, bound, entry => function(entry.X));
    }

    [Fact]
    public void Pow_OnTheReferenceTable_KeepsItsBound() =>
        AssertBound("pow", 0.52, entry => PortableMath.Pow(entry.X, entry.Y));

    [Fact]
    public void Pow_OfSmallIntegers_IsExact()
    {
        for (int x = -15; x <= 15; x++)
        {
            double product = 1.0;
            for (int y = 0; y <= 13; y++)
            {
                Assert.Equal(product, PortableMath.Pow(x, y));
                product *= x;
            }
        }
    }

    [Fact]
    public void NormalQuantile_IsInvertedByNormalCdf()
    {
        for (int i = 1; i < 10_000; i++)
        {
            double p = i / 10_000.0;
            Assert.Equal(p, PortableMath.NormalCdf(PortableMath.NormalQuantile(p)), 1e-14);
        }
    }

    private static void AssertBound(
        string table, double bound, Func<ReferenceTable.Entry, double> compute)
    {
        int count = 0;
        foreach (ReferenceTable.Entry entry in ReferenceTable.Read(table))
        {
            double result = compute(entry);
            Assert.True(
                entry.ErrorOf(result) <= bound,
                $"{table}({entry.X:R}, {entry.Y:R}) gave {result:R}, not {entry.Rounded:R}: "
                + $"{entry.ErrorOf(result):F3} ulp where {bound} is promised.");
            count++;
        }

        Assert.True(count >= 300, $"The table {table} has only {count} entries.");
    }
}
