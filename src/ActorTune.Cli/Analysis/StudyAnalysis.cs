using ActorTune.Analysis;
using ActorTune.Cli.Output;

namespace ActorTune.Cli.Analysis;

/// <summary>The sections that answer a request.</summary>
internal sealed class StudyAnalysis
{
    private readonly List<IAnalysisSection> _sections = [];

    private StudyAnalysis(AnalyzedStudy study) => _sections.Add(new HeadSection(study));

    internal static StudyAnalysis Of(
        AnalysisRequest request, AnalyzedStudy study, IReadOnlyList<AnalyzedStudy> others)
    {
        foreach (AnalyzedStudy one in others.Prepend(study))
            one.DemandTrials();
        var analysis = new StudyAnalysis(study);
        if (request.IsOverview)
            analysis.AddOverview(study);
        else
            analysis.AddAsked(request, study, others);
        return analysis;
    }

    internal void WriteText(TextWriter output, int width)
    {
        foreach (IAnalysisSection section in _sections)
            section.Write(output, width);
    }

    internal void WriteJson(TextWriter output) => JsonOutput.Write(output, writer =>
    {
        writer.WriteStartObject();
        foreach (IAnalysisSection section in _sections)
            section.Write(writer);
        writer.WriteEndObject();
    });

    private void AddOverview(AnalyzedStudy study)
    {
        var importance = ImportanceTable.Of(study.Table);
        _sections.Add(new ImportanceSection(importance));
        if (importance.Parameters is [{ Importance: > 0 } first, ..])
            _sections.Add(new EffectSection(
                study, MarginalEffect.Of(study.Table, first.Parameter)));
    }

    private void AddAsked(
        AnalysisRequest request, AnalyzedStudy study, IReadOnlyList<AnalyzedStudy> others)
    {
        if (request.Importance is { } method)
            _sections.Add(ImportanceSection.Of(study, method));
        if (request.Effect is { } parameter)
        {
            study.DemandParameter(parameter);
            _sections.Add(new EffectSection(study, MarginalEffect.Of(
                study.Table, parameter, forest: study.Forest)));
        }

        if (request.Interaction is [var first, var second])
            _sections.Add(new InteractionSection(study, Interaction(study, first, second)));
        if (request.HasDistribution)
            _sections.Add(new DistributionSection([study, .. others]));
        if (others.Count > 0)
            _sections.Add(new ComparisonSection(study, others));
        if (request.Top is { } top)
            _sections.Add(new RanksSection(study, top));
        if (request.HasHistory)
            _sections.Add(new HistorySection(study));
    }

    private static ParameterInteraction Interaction(
        AnalyzedStudy study, string first, string second)
    {
        study.DemandParameter(first);
        study.DemandParameter(second);
        if (first == second)
            throw new CliException(
                ExitCode.BadInput, "--interaction needs two different parameters");
        return ParameterInteraction.Of(study.Table, first, second, forest: study.Forest);
    }
}
