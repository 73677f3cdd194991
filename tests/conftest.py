"""What holds for every test that Hypothesis makes examples for."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

# a machine may have other things to do: no test fails because it took longer than usual
settings.register_profile("bantin", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("bantin")
