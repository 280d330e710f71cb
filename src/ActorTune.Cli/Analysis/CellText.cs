using ActorTune.Analysis;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Analysis;

/// <summary>Cells and errors as tables show them.</summary>
internal static class CellText
{
    internal static string Of(ParameterCell cell) => cell.Low == cell.High
        ? Of(cell.Low)
        : $"{Of(cell.Low)} to {Of(cell.High)}";

    /// <summary>An error with two significant digits: more would say more than is known.</summary>
    internal static string Error(double? error) => error is { } number
        ? number.ToString("G2", CultureInfo.InvariantCulture)
        : "-";

    /// <summary>How far a forest is to be trusted.</summary>
    internal static string Explained(double share) =>
        $"The forest explains {Numbers.Percent(Math.Max(0, share))} of the variance of trials "
        + "that it has not seen.\n";

    private static string Of(ParameterValue value) => value.Kind == ParameterValueKind.Float
        ? value.AsDouble().ToString("G4", CultureInfo.InvariantCulture)
        : value.ToString();
}
