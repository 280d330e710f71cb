namespace ActorTune.Strategies.Schedulers.Rungs;

/// <summary>
/// Where each trial stands among the rungs of its bracket: eight bytes a trial, by trial number.
/// </summary>
internal sealed class TrialPlaces
{
    private Place[] _places = new Place[16];

    internal int Count { get; private set; }

    /// <summary>How many rungs a trial has entered.</summary>
    internal int Entered(TrialNumber trial) =>
        trial.Value < Count ? _places[trial.Value].Entered : 0;

    /// <summary>How many rungs lie at or below the resource that a trial has reached.</summary>
    internal int Reached(TrialNumber trial) =>
        trial.Value < Count ? _places[trial.Value].Reached : 0;

    /// <summary>Its position in the highest rung that it entered.</summary>
    internal int Position(TrialNumber trial) => _places[trial.Value].Position;

    /// <summary>Makes room for a trial.</summary>
    internal void Add(TrialNumber trial)
    {
        if (trial.Value >= _places.Length)
            Array.Resize(ref _places, Room.Beyond(trial.Value));
        Count = Math.Max(Count, trial.Value + 1);
    }

    internal void Set(TrialNumber trial, int entered, int position)
    {
        ref Place place = ref _places[trial.Value];
        place.Entered = checked((byte)entered);
        place.Position = position;
    }

    internal void SetReached(TrialNumber trial, int reached) =>
        _places[trial.Value].Reached = checked((byte)reached);

    internal void SetPosition(TrialNumber trial, int position) =>
        _places[trial.Value].Position = position;

    internal void Save(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("places");
        for (int i = 0; i < Count; i++)
        {
            writer.WriteNumberValue(_places[i].Entered);
            writer.WriteNumberValue(_places[i].Reached);
        }

        writer.WriteEndArray();
    }

    /// <summary>Takes over what was saved; the rungs then set the positions.</summary>
    internal void Load(JsonElement state)
    {
        int next = 0;
        foreach (JsonElement number in state.GetProperty("places").EnumerateArray())
        {
            var trial = new TrialNumber(next / 2);
            Add(trial);
            if (next++ % 2 == 0)
                Set(trial, number.GetInt32(), 0);
            else
                SetReached(trial, number.GetInt32());
        }
    }

    private struct Place
    {
        internal int Position;
        internal byte Entered;
        internal byte Reached;
    }
}
