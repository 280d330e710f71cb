using ActorTune.Studies.Commands;
using ActorTune.Studies.Events;

namespace ActorTune.Simulation;

/// <content>How a study begins, or goes on with a past.</content>
public sealed partial class StudySimulation
{
    private void Recover()
    {
        foreach (JournalEntry entry in _options.Past)
        {
            _suggestions.Follow(_catalog, entry.Event);
            _engine.Recover(entry);
            _events.Add(entry);
        }

        StudyState state = _engine.State;
        _now = _now < state.Now ? state.Now : _now;
        if (state.Phase == StudyPhase.Empty)
            _engine.Record(new StudyCreated(_specification), _now);
    }

    private void Open()
    {
        _engine.Record(new CoordinatorStarted(_engine.State.Epoch.Next, "simulation", []), _now);
        foreach (TrialImported imported in _options.Imported)
            _engine.Record(imported, _now);
        _gate.Open(_now);
        foreach (PlacedAttempt placed in _gate.Placed.ToArray())
            Handle(new LoseAttempt(placed.Attempt));
        LetOut();
    }
}
