using System.Text.Json;

namespace ActorTune.Cli.AskTell;

/// <summary>Carries out the requests about one study and writes their answers.</summary>
internal sealed class AskTellOperations(AskTellStudy study, Utf8JsonWriter writer)
{
    private readonly TrialOperations _trials = new(study, writer);
    private readonly StudyOperations _whole = new(study, writer);

    internal void Answer(AskTellRequest request) => Find(request.Op)(request);

    private Action<AskTellRequest> Find(string op) => op switch
    {
        "next" => _trials.Next,
        "ask" => _trials.Ask,
        "report" => _trials.Report,
        "tell" => _trials.Tell,
        "fail" => _trials.Fail,
        "complete" => _trials.Complete,
        "enqueue" => _trials.Enqueue,
        "cancel" => _trials.Cancel,
        "best" => _whole.Best,
        "explain" => _whole.Explain,
        "importance" => _whole.Importance,
        "running" => _whole.Running,
        "save" => _whole.Save,
        _ => throw new AskTellException(
            $"there is no op '{op}'; there are hello, create, next, ask, report, tell, fail, "
            + "complete, enqueue, cancel, best, explain, importance, running, save, load"),
    };
}
