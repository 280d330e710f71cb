using System.Text.Json;

namespace ActorTune.Cli.AskTell;

/// <summary>
/// The numbers of a report or a tell: <c>value</c> or <c>values</c>, <c>constraints</c>, and any
/// others by name in <c>metrics</c>.
/// </summary>
internal static class RequestMetrics
{
    internal static MetricSet Read(AskTellRequest request, StudySpecification specification)
    {
        var names = new List<string>();
        var values = new List<double>();
        AddObjectives(request, specification, names, values);
        Add(
            request.Numbers("constraints") ?? [],
            specification.Constraints.Count,
            "constraints",
            CreateRequest.ConstraintOf,
            names,
            values);
        AddOthers(request, names, values);
        return names.Distinct().Count() == names.Count
            ? new MetricSet([.. names], [.. values])
            : throw new AskTellException(
                $"a metric comes twice in {string.Join(", ", names)}");
    }

    private static void AddObjectives(
        AskTellRequest request,
        StudySpecification specification,
        List<string> names,
        List<double> values)
    {
        int count = specification.Objectives.Count;
        if (count == 1)
        {
            names.Add(specification.Objective.Metric);
            values.Add(request.Number("value")
                ?? throw new AskTellException($"{request.Op} needs \"value\""));
            return;
        }

        Add(
            request.Numbers("values")
                ?? throw new AskTellException($"{request.Op} needs \"values\""),
            count,
            "values",
            CreateRequest.MetricOf,
            names,
            values);
    }

    private static void AddOthers(
        AskTellRequest request, List<string> names, List<double> values)
    {
        if (request.Find("metrics") is not { } others)
            return;
        foreach (JsonProperty other in others.EnumerateObject())
        {
            names.Add(other.Name);
            values.Add(AskTellRequest.Number(other.Name, other.Value));
        }
    }

    private static void Add(
        double[] given,
        int count,
        string member,
        Func<int, string> name,
        List<string> names,
        List<double> values)
    {
        if (given.Length != count)
            throw new AskTellException(
                $"\"{member}\" must hold {count} numbers, got {given.Length}");
        for (int i = 0; i < count; i++)
        {
            names.Add(name(i));
            values.Add(given[i]);
        }
    }
}
