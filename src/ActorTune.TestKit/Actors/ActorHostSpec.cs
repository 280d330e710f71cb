using ActorTune.Actors;

namespace ActorTune.TestKit.Actors;

/// <summary>
/// The contract of <see cref="IActorHost"/> as named cases. A host passes when every case returns;
/// a broken promise is a <see cref="SpecException"/>. Hosts of any kind can run it: it uses no test
/// framework, sleeps nowhere, and moves time through its <see cref="ActorHostHarness"/>.
/// </summary>
public static partial class ActorHostSpec
{
    private static readonly SortedDictionary<string, Func<SpecRun, Task>> Cases =
        new(StringComparer.Ordinal)
        {
            ["Tell_keeps_the_order_of_each_sender"] = TellKeepsOrderOfSender,
            ["Tell_keeps_the_order_of_each_sender_in_the_control_lane"] = TellKeepsControlOrder,
            ["Waiting_control_messages_are_handled_before_waiting_data"] = ControlOvertakesData,
            ["Handlers_of_one_actor_never_overlap"] = HandlersNeverOverlap,
            ["Tell_from_many_threads_loses_nothing_and_keeps_order"] = TellFromManyThreads,
            ["Tell_refuses_null"] = TellRefusesNull,
            ["A_mapped_address_translates_messages"] = MappedAddressTranslates,

            ["A_started_actor_runs_OnStarted_before_messages"] = StartedBeforeMessages,
            ["Names_are_unique_among_living_siblings"] = NamesAreUnique,
            ["A_name_is_free_after_its_actor_ended"] = NameIsFreeAfterEnd,
            ["Names_of_another_form_are_refused"] = BadNamesAreRefused,
            ["Stop_ends_children_before_parents"] = StopEndsChildrenFirst,
            ["StopAsync_ends_the_whole_tree"] = StopAsyncEndsTree,
            ["StopAsync_refuses_new_actors"] = StopAsyncRefusesSpawn,
            ["An_actor_that_stops_itself_handles_nothing_more"] = StopSelfHandlesNothingMore,
            ["A_parent_stops_one_child"] = ParentStopsChild,
            ["Only_the_parent_may_stop_a_child"] = OnlyParentStopsChild,

            ["A_failure_restarts_with_new_state_behind_the_same_address"] = RestartResetsState,
            ["Backoff_doubles_up_to_its_maximum"] = BackoffDoubles,
            ["A_long_run_ends_the_row_of_restarts"] = LongRunResetsBackoff,
            ["A_failing_OnStarted_counts_as_a_failure"] = FailingStartIsSupervised,
            ["The_restart_limit_stops"] = RestartLimitStops,
            ["The_restart_limit_escalates_to_the_parent"] = RestartLimitEscalates,
            ["The_stop_strategy_ends_a_failing_actor"] = StopStrategyEnds,
            ["A_root_that_escalates_reports_to_the_host"] = RootEscalates,
            ["A_restart_ends_children_before_the_new_instance"] = RestartEndsChildren,
            ["Each_instance_gets_one_goodbye"] = OneGoodbyePerInstance,
            ["A_failing_goodbye_changes_nothing"] = FailingGoodbyeChangesNothing,
            ["Messages_over_a_restart_are_kept_or_counted"] = RestartKeepsOrCounts,
            ["A_stop_during_backoff_ends_the_actor"] = StopDuringBackoff,

            ["Watch_fires_once_after_the_last_message"] = WatchFiresAfterLastMessage,
            ["Watch_of_an_ended_actor_fires_at_once"] = WatchOfEndedActor,
            ["Watch_does_not_fire_on_a_restart"] = WatchIgnoresRestart,
            ["Unwatch_silences_a_watch"] = UnwatchSilences,
            ["Watch_is_not_lost_to_a_full_mailbox"] = WatchPassesFullMailbox,
            ["A_restart_forgets_watches"] = RestartForgetsWatches,
            ["A_restart_forgets_a_watch_that_has_fired"] = RestartForgetsFiredWatch,

            ["PipeToSelf_brings_a_value"] = PipeBringsValue,
            ["PipeToSelf_brings_an_error"] = PipeBringsError,
            ["PipeToSelf_lets_the_actor_go_on_meanwhile"] = PipeDoesNotHoldActor,
            ["PipeToSelf_is_cancelled_when_the_actor_stops"] = PipeIsCancelledOnStop,
            ["PipeToSelf_of_an_earlier_instance_never_arrives"] = PipeOfEarlierInstance,
            ["PipeToSelf_with_a_failing_map_fails_the_actor"] = PipeMapFails,

            ["A_timer_fires_once_when_due"] = TimerFiresOnce,
            ["A_periodic_timer_fires_each_period"] = PeriodicTimerFires,
            ["A_cancelled_timer_never_arrives"] = CancelledTimerNeverArrives,
            ["A_timer_cancelled_after_it_fired_never_arrives"] = FiredThenCancelledTimer,
            ["A_replaced_timer_never_arrives"] = ReplacedTimerNeverArrives,
            ["A_timer_of_an_earlier_instance_never_arrives"] = TimerOfEarlierInstance,

            ["Ask_returns_the_reply"] = AskReturnsReply,
            ["Ask_fails_at_its_deadline_and_says_what_was_asked"] = AskFailsAtDeadline,
            ["Ask_can_be_cancelled"] = AskCanBeCancelled,
            ["A_late_reply_is_a_dead_letter"] = LateReplyIsDeadLetter,

            ["A_full_lane_makes_dead_letters"] = FullLaneMakesDeadLetters,
            ["A_full_data_lane_leaves_the_control_lane_open"] = FullDataLaneLeavesControl,
            ["A_drained_lane_accepts_again"] = DrainedLaneAcceptsAgain,
            ["Messages_to_an_ended_actor_are_dead_letters"] = EndedActorMakesDeadLetters,
            ["Messages_that_wait_at_the_end_are_dead_letters"] = WaitingMessagesBecomeDeadLetters,
        };

    /// <summary>The names of all cases, sorted.</summary>
    public static IReadOnlyList<string> CaseNames { get; } = [.. Cases.Keys];

    /// <summary>Runs one case.</summary>
    /// <param name="caseName">One of <see cref="CaseNames"/>.</param>
    /// <param name="createHarness">Makes a harness with a new host.</param>
    /// <returns>The completion.</returns>
    /// <exception cref="ArgumentException">There is no such case.</exception>
    /// <exception cref="SpecException">The host does not keep the promise of the case.</exception>
    public static async Task RunAsync(string caseName, Func<ActorHostHarness> createHarness)
    {
        ArgumentNullException.ThrowIfNull(caseName);
        ArgumentNullException.ThrowIfNull(createHarness);
        if (!Cases.TryGetValue(caseName, out var body))
        {
            throw new ArgumentException(
                $"There is no case '{caseName}'. Use one of {nameof(CaseNames)}.",
                nameof(caseName));
        }

        var harness = createHarness();
        await using (harness.ConfigureAwait(false))
        {
            try
            {
                await body(new SpecRun(harness)).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                throw new SpecException(
                    $"{caseName}: {e.Message} {harness.Describe()}".TrimEnd(), e);
            }
        }
    }
}
