"""What the user sees and touches; Qt lives here and in app.py, nowhere else."""
