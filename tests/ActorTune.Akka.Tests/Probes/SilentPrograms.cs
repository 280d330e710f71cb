using ActorTune.Studies.Effects;
using ActorTune.Trials;
using ActorTune.Worker.Programs;

namespace ActorTune.Akka.Tests.Probes;

/// <summary>Programs that begin, report nothing and end when they are asked to.</summary>
internal sealed class SilentPrograms : ITrialProgramRunner
{
    public IRunningProgram Start(TrialLaunch launch, ITrialProgramEvents events)
    {
        events.Started(null);
        return new SilentProgram(events);
    }

    private sealed class SilentProgram(ITrialProgramEvents events) : IRunningProgram
    {
        public void Instruct(long report, AttemptInstruction instruction, Resource? until)
        {
        }

        public void Interrupt() => Stop();

        public void Stop() => events.Ended(AttemptEnd.Returned, string.Empty);

        public void Kill() => Stop();
    }
}
