using ActorTune.Strategies.Samplers.Kernels;

namespace ActorTune.Strategies.Samplers.Tpe;

/// <summary>Where the values of grids lie along an axis.</summary>
public sealed class KernelAxisTests
{
    [Theory]
    [InlineData(Scale.Log)]
    [InlineData(Scale.ReverseLog)]
    [InlineData(Scale.Linear)]
    public void Cells_are_where_Decode_changes(Scale scale)
    {
        var parameter = new IntegerParameter("n", 3, 40) { Scale = scale };
        var axis = new KernelAxis(parameter, 0);
        double reached = 0;
        for (long value = 3; value <= 40; value++)
        {
            (double low, double high) = axis.CellAround(
                parameter.Encode(ParameterValue.Of(value)));
            Assert.Equal(reached, low, 1e-14);
            Assert.Equal(value, parameter.Decode(low + 1e-12).AsInt64());
            Assert.Equal(value, parameter.Decode(high - 1e-12).AsInt64());
            reached = high;
        }

        Assert.Equal(1, reached);
    }
}
